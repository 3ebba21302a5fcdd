// What JSX is in the bundle.
export { h, Fragment } from 'preact';
