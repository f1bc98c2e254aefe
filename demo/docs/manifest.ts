/** The manifest of the elements, as their sources have it now. */
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { fileAt } from './markdown.js';

export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
export interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly privacy?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly readonly?: boolean;
}
/** One element of the manifest. */
export interface Declaration {
  readonly tagName: string;
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly accessibility: readonly string[];
  readonly attributes?: readonly (Described & { readonly fieldName?: string })[];
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssStates?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

/** What a page may use of an element's members. */
export const publicMembers = ({ members = [] }: Declaration): Member[] =>
  members.filter(({ privacy, ...rest }) => (privacy ?? 'public') === 'public' && !rest.static);

/** Every element, the whole order first. */
export const elements = async (): Promise<Declaration[]> => {
  const { modules } = (await cli({
    argv: ['analyze', '--config', 'demo/docs/manifest.config.mjs'],
    cwd: fileAt('.'),
    noWrite: true,
  })) as { modules: { declarations: Partial<Declaration>[] }[] };
  const order = ['order', 'stock', 'checkout-guard', 'slot-picker', 'slot', 'parcel', 'remedy'];
  const rank = ({ tagName }: Declaration): number => {
    const index = order.indexOf(tagName.replace('doorstep-', ''));
    return index < 0 ? order.length : index;
  };
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter((each): each is Declaration => Boolean(each.tagName))
    .sort((one, other) => rank(one) - rank(other));
};
