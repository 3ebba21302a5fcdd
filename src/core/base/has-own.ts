/** Whether an object has a key of its own, and none that all objects have. (`Object.hasOwn` is too new for some phones.) */
export function hasOwn(value: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}
