// The module that a plugin imports as "obsidian": both halves of the stand-in under the names of obsidian.d.ts.
import './dom';

export { App, RenderContext } from './app';
export {
  arrayBufferToBase64,
  arrayBufferToHex,
  base64ToArrayBuffer,
  getBlobArrayBuffer,
  hexToArrayBuffer,
} from './binary';
export { Component } from './component';
export { CapacitorAdapter, FileSystemAdapter } from './data-adapter';
export { Events } from './events';
export { FileManager } from './file-manager';
export { TAbstractFile, TFile, TFolder } from './file-tree';
export {
  getAllTags,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
} from './front-matter-fields';
export {
  getLinkpath,
  iterateCacheRefs,
  iterateRefs,
  parseLinktext,
  resolveSubpath,
  stripHeading,
  stripHeadingForLink,
} from './link-text';
export { MetadataCache } from './metadata-cache';
export { request, requestUrl } from './network';
export { apiVersion, Platform, requireApiVersion } from './platform';
export { Plugin } from './plugin';
export { Keymap, Scope } from './scope';
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from './search';
export { SecretStorage } from './secret-storage';
export { debounce, getLanguage, htmlToMarkdown, normalizePath, sanitizeHTMLToDom } from './text';
export { Vault } from './vault';
export { getFrontMatterInfo, parseYaml, stringifyYaml } from './yaml';
export { default as moment } from 'moment';

export { BasesQueryResult, BasesView, BasesViewConfig, QueryController } from './bases';
export { BasesEntry, BasesEntryGroup, FileValue, LinkValue, parsePropertyId } from './bases-entry';
export { DateValue, DurationValue, RelativeDateValue } from './bases-time';
export {
  BooleanValue,
  HTMLValue,
  IconValue,
  ImageValue,
  ListValue,
  NotNullValue,
  NullValue,
  NumberValue,
  ObjectValue,
  PrimitiveValue,
  RegExpValue,
  StringValue,
  TagValue,
  UrlValue,
  Value,
} from './bases-value';
export { ConfirmationButton, ConfirmationModal } from './confirmation-modal';
export { Editor } from './editor';
export {
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  editorViewField,
  livePreviewState,
} from './editor-state';
export { EditorSuggest } from './editor-suggest';
export { EditableFileView, FileView } from './file-view';
export { HoverPopover, PopoverState } from './hover-popover';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './icons';
export { MarkdownEditView } from './markdown-edit-view';
export { MarkdownPreviewView } from './markdown-preview';
export { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from './markdown-renderer';
export { MarkdownView } from './markdown-view';
export { Menu, MenuItem, MenuSeparator } from './menu';
export { Modal } from './modal';
export { Notice } from './notice';
export { AbstractInputSuggest, PopoverSuggest } from './popover-suggest';
export { Setting, SettingGroup } from './setting';
export {
  BaseComponent,
  ButtonComponent,
  DisplayValueComponent,
  DropdownComponent,
  ExtraButtonComponent,
  ProgressBarComponent,
  ToggleComponent,
  ValueComponent,
} from './setting-components';
export {
  AbstractTextComponent,
  ColorComponent,
  MomentFormatComponent,
  SearchComponent,
  SliderComponent,
  TextAreaComponent,
  TextComponent,
} from './setting-inputs';
export { PluginSettingTab, SettingPage, SettingTab } from './setting-tab';
export { FuzzySuggestModal, SuggestModal } from './suggest-modal';
export { TextFileView } from './text-file-view';
export { displayTooltip, setTooltip } from './tooltip';
export { ItemView, View } from './view';
export { Workspace } from './workspace';
export { WorkspaceItem, WorkspaceParent } from './workspace-item';
export { WorkspaceLeaf } from './workspace-leaf';
export { WorkspaceRibbon } from './workspace-ribbon';
export {
  WorkspaceContainer,
  WorkspaceMobileDrawer,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
} from './workspace-split';
export { WorkspaceTabs } from './workspace-tabs';
export { WorkspaceFloating, WorkspaceWindow } from './workspace-window';
