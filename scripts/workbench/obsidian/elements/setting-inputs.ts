import type { HSL, RGB, TooltipOptions } from 'obsidian';
import { setIcon } from './icons';
import { ValueComponent } from './setting-components';
import { setTooltip } from './tooltip';

/** A field to type into. */
export abstract class AbstractTextComponent<
  T extends HTMLInputElement | HTMLTextAreaElement,
> extends ValueComponent<string> {
  private changed: (value: string) => unknown = () => undefined;

  constructor(readonly inputEl: T) {
    super();
    inputEl.addEventListener('input', () => this.onChanged());
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }

  onChanged(): void {
    void this.changed(this.getValue());
  }

  onChange(callback: (value: string) => unknown): this {
    this.changed = callback;
    return this;
  }
}

/** One line of text. */
export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('input', { type: 'text', attr: { spellcheck: 'false' } }));
  }
}

/** Several lines of text. */
export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('textarea', { attr: { spellcheck: 'false' } }));
  }
}

/** A line of text to search by, with a button that empties it. */
export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  readonly containerEl: HTMLElement;
  readonly clearButtonEl: HTMLElement;

  constructor(parent: HTMLElement) {
    const containerEl = parent.createDiv({ cls: 'search-input-container' });
    super(containerEl.createEl('input', { type: 'search', attr: { enterkeyhint: 'search', spellcheck: 'false' } }));
    this.containerEl = containerEl;
    this.clearButtonEl = containerEl.createDiv({
      cls: 'search-input-clear-button',
      attr: { 'aria-label': 'Clear search', role: 'button' },
    });
    setIcon(this.clearButtonEl, 'circle-x');
    this.clearButtonEl.hide();
    this.clearButtonEl.addEventListener('click', () => {
      this.setValue('');
      this.onChanged();
      this.inputEl.focus();
    });
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.clearButtonEl.toggle(value !== '');
    return this;
  }

  override onChanged(): void {
    this.clearButtonEl.toggle(this.getValue() !== '');
    super.onChanged();
  }
}

/** A date format. What it gives for today is left out: the sample shows the format. */
export class MomentFormatComponent extends TextComponent {
  sampleEl: HTMLElement = createSpan();
  private defaultFormat = '';

  setDefaultFormat(defaultFormat: string): this {
    this.defaultFormat = defaultFormat;
    return this.setPlaceholder(defaultFormat);
  }

  setSampleEl(sampleEl: HTMLElement): this {
    this.sampleEl = sampleEl;
    this.updateSample();
    return this;
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.updateSample();
    return this;
  }

  override onChanged(): void {
    this.updateSample();
    super.onChanged();
  }

  updateSample(): void {
    this.sampleEl.setText(this.getValue() || this.defaultFormat);
  }
}

/** A number to slide. */
export class SliderComponent extends ValueComponent<number> {
  readonly sliderEl: HTMLInputElement;
  private format: (value: number) => string = String;
  private instant = false;
  private changed: (value: number) => unknown = () => undefined;

  constructor(containerEl: HTMLElement) {
    super();
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => this.onMoved(this.instant));
    this.sliderEl.addEventListener('change', () => this.onMoved(!this.instant));
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.setAttrs({ min, max, step });
    return this;
  }

  getValue(): number {
    return this.sliderEl.valueAsNumber;
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    return this.describe();
  }

  getValuePretty(): string {
    return this.format(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.format = format;
    return this.describe();
  }

  setDynamicTooltip(): this {
    return this.describe();
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.sliderEl, tooltip, options);
    return this;
  }

  onChange(callback: (value: number) => unknown): this {
    this.changed = callback;
    return this;
  }

  private onMoved(tells: boolean): void {
    this.describe();
    if (tells) void this.changed(this.getValue());
  }

  private describe(): this {
    this.sliderEl.setAttr('aria-valuetext', this.getValuePretty());
    return this;
  }
}

/** A colour. */
export class ColorComponent extends ValueComponent<string> {
  readonly colorPickerEl: HTMLInputElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.colorPickerEl = containerEl.createEl('input', { type: 'color' });
  }

  override setDisabled(disabled: boolean): this {
    this.colorPickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.colorPickerEl.value;
  }

  getValueRgb(): RGB {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(this.getValue().slice(at, at + 2), 16));
    return { r, g, b };
  }

  getValueHsl(): HSL {
    const { r, g, b } = this.getValueRgb();
    const [max, min] = [Math.max(r, g, b) / 255, Math.min(r, g, b) / 255];
    const spread = max - min;
    const l = (max + min) / 2;
    if (spread === 0) return { h: 0, s: 0, l: Math.round(l * 100) };
    const s = spread / (1 - Math.abs(2 * l - 1));
    const [red, green, blue] = [r / 255, g / 255, b / 255];
    const turn =
      max === red
        ? ((green - blue) / spread) % 6
        : max === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
    return { h: Math.round((turn * 60 + 360) % 360), s: Math.round(s * 100), l: Math.round(l * 100) };
  }

  setValue(value: string): this {
    this.colorPickerEl.value = value;
    return this;
  }

  setValueRgb({ r, g, b }: RGB): this {
    return this.setValue(`#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`);
  }

  setValueHsl({ h, s, l }: HSL): this {
    const channel = (n: number): number => {
      const k = (n + h / 30) % 12;
      return 255 * (l / 100 - (s / 100) * Math.min(l / 100, 1 - l / 100) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
    };
    return this.setValueRgb({ r: channel(0), g: channel(8), b: channel(4) });
  }

  onChange(callback: (value: string) => unknown): this {
    this.colorPickerEl.addEventListener('input', () => {
      void callback(this.getValue());
    });
    return this;
  }
}
