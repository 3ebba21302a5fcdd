/** Vaults as newcomers have them, invented. */
export const VAULTS = {
  empty: {},
  'no tags': {
    'Meetings/2026-11-03 Racks.md':
      '---\ncustomer: Otterfield\nattendees: [Ana Lopez, Robin Sayer]\n---\n\n## Next steps\n\n- [ ] Send the rack layout\n- [ ] Book the lift\n',
    'Meetings/2026-11-10 Lights.md':
      '---\ncustomer: Pellham\nattendees: [Ben Ode, Robin Sayer]\n---\n\n## Next steps\n\n- [ ] Price the lights\n',
    'Recipes/Soup.md': 'Leek and potatoes.\n\n- [ ] buy leek\n',
    'Journal/2026-11-10.md': 'A walk.\n',
  },
  customer: {
    'Notes/Kick-off.md':
      '---\ntags: [customer]\ndate: 2026-11-03\naccount: Otterfield\nparticipants: [Ana Lopez, Robin Sayer]\n---\n\n## Action items\n\n- [ ] Send the rack layout\n',
    'Notes/Review.md':
      '---\ntags: [customer]\ndate: 2026-11-12\naccount: Pellham\nparticipants: [Ben Ode, Robin Sayer]\n---\n\n## Action items\n\n- [ ] Price the lights\n- [x] Call Ben\n',
    'Notes/Otterfield.md': '#customer/active\n\nBuys racks.\n',
    'Reading.md': '---\ntags: [book]\n---\nA book.\n',
  },
  folders: {
    'Clients/Otterfield/2026-11-03 Racks.md':
      'Attendees: Ana Lopez, Robin Sayer\n\n## To do\n\n- [ ] Send the rack layout\n',
    'Clients/Otterfield/Otterfield.md': 'Buys racks.\n',
    'Clients/Pellham/Calls/2026-11-10 Lights.md':
      'Attendees: Ben Ode, Robin Sayer\n\n## To do\n\n- [ ] Price the lights\n',
    'Clients/README.md': 'All clients.\n',
    'Home/Garden.md': '- [ ] water\n',
  },
  machine: {
    'Granola/Rack pilot.md':
      '---\ngranola_id: 41\ncreated_at: 2026-11-03T09:00:00Z\ncompany: Otterfield\nattendees: [Ana Lopez, Robin Sayer]\n---\n\n### Action Items\n\n- Send the rack layout\n- Book the lift\n\n### Notes\n\n- It rained\n',
    'Granola/Lights.md':
      '---\ngranola_id: 42\ncreated_at: 2026-11-10T09:00:00Z\ncompany: Pellham\nattendees: [Ben Ode, Robin Sayer]\n---\n\n### Action Items\n\n- Price the lights\n',
    'Ideas.md': '## Next steps\n\n- [ ] Sleep\n- Walk\n',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
