/** Skips an element, from its opening tag to the matching closing tag. */
export class SkippedElement {
  #name = '';
  #depth = 0;

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  start(name: string): void {
    this.#name = name;
    this.#depth = 1;
  }

  open(name: string): void {
    if (name === this.#name && this.isOpen) this.#depth += 1;
  }

  close(name: string): void {
    if (name === this.#name && this.isOpen) this.#depth -= 1;
  }
}
