import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { connect, hear, pay, values } from '../../common/stage';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './app.html',
})
export class App {
  protected readonly v = signal(values);
  protected readonly hear = hear;
  protected readonly pay = pay;

  constructor() {
    connect((change) => this.v.update((before) => ({ ...before, ...change })));
  }
}
