import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type {} from 'doorstep-elements';

/** Angular knows what a tag tells, not what it takes. This may not compile. */
@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<doorstep-order (doorstep-outcome)="read($event.detail.nothing)" />`,
})
export class Wrong {
  protected read(_value: unknown): void {}
}
