// The module that a plugin imports as "obsidian": both halves of the stand-in under the names of obsidian.d.ts.
import './elements/dom';

export { App, RenderContext } from './app/app';
export {
  arrayBufferToBase64,
  arrayBufferToHex,
  base64ToArrayBuffer,
  getBlobArrayBuffer,
  hexToArrayBuffer,
} from './base/binary';
export { Component } from './base/component';
export { CapacitorAdapter, FileSystemAdapter } from './vault/data-adapter';
export { Events } from './base/events';
export { FileManager } from './metadata/file-manager';
export { TAbstractFile, TFile, TFolder } from './vault/file-tree';
export {
  getAllTags,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
} from './metadata/front-matter-fields';
export {
  getLinkpath,
  iterateCacheRefs,
  iterateRefs,
  parseLinktext,
  resolveSubpath,
  stripHeading,
  stripHeadingForLink,
} from './metadata/link-text';
export { MetadataCache } from './metadata/metadata-cache';
export { request, requestUrl } from './base/network';
export { apiVersion, Platform, requireApiVersion } from './base/platform';
export { Plugin } from './app/plugin';
export { Keymap, Scope } from './base/scope';
export {
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  renderResults,
  sortSearchResults,
} from './base/search';
export { SecretStorage } from './app/secret-storage';
export { debounce, getLanguage, htmlToMarkdown, normalizePath, sanitizeHTMLToDom } from './base/text';
export { Vault } from './vault/vault';
export { getFrontMatterInfo, parseYaml, stringifyYaml } from './metadata/yaml';
export { default as moment } from 'moment';

export { BasesQueryResult, BasesView, BasesViewConfig, QueryController } from './bases/bases';
export { BasesEntry, BasesEntryGroup, FileValue, LinkValue, parsePropertyId } from './bases/bases-entry';
export { DateValue, DurationValue, RelativeDateValue } from './bases/bases-time';
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
} from './bases/bases-value';
export { ConfirmationButton, ConfirmationModal } from './overlays/confirmation-modal';
export { Editor } from './editor/editor';
export {
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  editorViewField,
  livePreviewState,
} from './editor/editor-state';
export { EditorSuggest } from './editor/editor-suggest';
export { EditableFileView, FileView } from './views/file-view';
export { HoverPopover, PopoverState } from './overlays/hover-popover';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './elements/icons';
export { MarkdownPreviewView } from './rendering/markdown-preview';
export { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from './rendering/markdown-renderer';
export { MarkdownEditView, MarkdownView } from './views/markdown-view';
export { Menu, MenuItem, MenuSeparator } from './overlays/menu';
export { Modal } from './overlays/modal';
export { Notice } from './overlays/notice';
export { AbstractInputSuggest, PopoverSuggest } from './overlays/popover-suggest';
export { Setting, SettingGroup } from './settings/setting';
export {
  BaseComponent,
  ButtonComponent,
  DisplayValueComponent,
  DropdownComponent,
  ExtraButtonComponent,
  ProgressBarComponent,
  ToggleComponent,
  ValueComponent,
} from './elements/setting-components';
export {
  AbstractTextComponent,
  ColorComponent,
  MomentFormatComponent,
  SearchComponent,
  SliderComponent,
  TextAreaComponent,
  TextComponent,
} from './elements/setting-inputs';
export { PluginSettingTab, SettingPage, SettingTab } from './settings/setting-tab';
export { FuzzySuggestModal, SuggestModal } from './overlays/suggest-modal';
export { TextFileView } from './views/text-file-view';
export { displayTooltip, setTooltip } from './elements/tooltip';
export { ItemView, View } from './views/view';
export { Workspace } from './window/workspace';
export { WorkspaceItem, WorkspaceParent } from './window/workspace-item';
export { WorkspaceLeaf } from './window/workspace-leaf';
export { WorkspaceRibbon } from './window/workspace-ribbon';
export {
  WorkspaceContainer,
  WorkspaceMobileDrawer,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
} from './window/workspace-split';
export { WorkspaceTabs } from './window/workspace-tabs';
export { WorkspaceFloating, WorkspaceWindow } from './window/workspace-window';
