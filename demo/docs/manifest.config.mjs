import config from '../../custom-elements-manifest.config.mjs';
import { typings } from '../../test/run/typings.mjs';

/** The manifest as it is published, without what a build writes beside it. */
export default { ...config, plugins: config.plugins.filter((plugin) => plugin !== typings) };
