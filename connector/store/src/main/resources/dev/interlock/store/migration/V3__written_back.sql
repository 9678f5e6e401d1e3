-- Per field how often it was written back after the system had changed it; null where nothing was.
alter table shadow add column written_back ${text};
