-- Per field the edit that the rules do not let stand, and how often it was written back; null where there is none.
alter table shadow add column overruled ${text};
