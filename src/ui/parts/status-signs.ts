import { words } from '../../words/words';

/** The icon of each status of a task, and what it is called. */
export const STATUS_SIGNS = {
  proposed: { name: 'circle-dashed', label: words.common.status.proposed },
  open: { name: 'circle', label: words.common.status.open },
  'in-progress': { name: 'circle-dot', label: words.common.status['in-progress'] },
  done: { name: 'circle-check', label: words.common.status.done },
  dismissed: { name: 'circle-slash', label: words.common.status.dismissed },
} as const;
