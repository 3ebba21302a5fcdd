/** The icon of each status of a task, and what it is called. */
export const STATUS_SIGNS = {
  proposed: { name: 'circle-dashed', label: 'Proposed' },
  open: { name: 'circle', label: 'Open' },
  'in-progress': { name: 'circle-dot', label: 'In progress' },
  done: { name: 'circle-check', label: 'Done' },
  dismissed: { name: 'circle-slash', label: 'Dismissed' },
} as const;
