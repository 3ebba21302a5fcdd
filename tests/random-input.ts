import fc from 'fast-check';

// The laws try the same random input at each run, so that a change is judged by itself. SEED=random tries other input,
// SEED=n that of n.
const seed = process.env['SEED'] ?? '20261122';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
