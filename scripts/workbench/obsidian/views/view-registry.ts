import type { ViewCreator } from 'obsidian';

/** Which view shows what: creators by view type, view types by file extension. */
export class ViewRegistry {
  private readonly creators = new Map<string, ViewCreator>();
  private readonly types = new Map<string, string>();

  registerView(type: string, creator: ViewCreator): void {
    if (this.creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.creators.set(type, creator);
  }

  unregisterView(type: string): void {
    this.creators.delete(type);
  }

  registerExtensions(extensions: readonly string[], type: string): void {
    for (const extension of extensions) {
      if (this.types.has(extension))
        throw new Error(`Attempting to register an existing file extension "${extension}"`);
      this.types.set(extension, type);
    }
  }

  unregisterExtensions(extensions: readonly string[]): void {
    for (const extension of extensions) this.types.delete(extension);
  }

  getViewCreatorByType(type: string): ViewCreator | undefined {
    return this.creators.get(type);
  }

  getTypeByExtension(extension: string): string | undefined {
    return this.types.get(extension);
  }
}
