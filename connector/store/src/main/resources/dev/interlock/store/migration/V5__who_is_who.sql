-- By what entities are looked up that share no key: hashes of what their records tell.
create table clue (
    hash bigint not null,
    entity ${text} not null,
    primary key (hash, entity)
);
create index clue_entity on clue (entity);

-- What was learnt of how records of a type agree; the highest version counts.
create table lesson (
    type ${text} not null,
    version integer not null,
    content ${long} not null,
    learnt_at bigint not null,
    primary key (type, version)
);

-- What people decided about a record and an entity that it may be.
create table judgement (
    ext_id ${text} not null,
    system ${text} not null,
    type ${text} not null,
    entity ${text} not null,
    verdict ${text} not null,
    evidence ${text} not null,
    is_lapsed boolean not null,
    by_whom ${text} not null,
    reason ${text} not null,
    decided_at bigint not null,
    primary key (ext_id, system, type, entity)
);
create index judgement_entity on judgement (entity);
