import type { App, BasesPropertyId, BasesQueryResult as ObsidianResult, BasesViewConfig as ObsidianConfig, TFile } from 'obsidian';
import { Component } from './component';

/** What drives the views of a base: its query. There are no bases here: it is an owner and no more. */
export class QueryController extends Component {
  constructor(readonly app: App) {
    super();
  }
}

/** One note of a base. Formulas and values of their own kind are left out: it is the note alone. */
export class BasesEntry {
  constructor(readonly file: TFile) {}

  getValue(): null {
    return null;
  }
}

/** A view of a base, to be built on and made by hand. */
export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: App;
  config!: ObsidianConfig;
  allProperties: BasesPropertyId[] = [];
  data!: ObsidianResult;

  constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;

  async createFileForView(baseFileName = 'Untitled'): Promise<void> {
    await this.app.vault.create(`${baseFileName}.md`, '');
  }
}

/** The parts of a property's id: `note.status` is the note's property `status`. */
export function parsePropertyId(propertyId: BasesPropertyId): { readonly type: string; readonly name: string } {
  const dot = propertyId.indexOf('.');
  return { type: propertyId.slice(0, dot), name: propertyId.slice(dot + 1) };
}
