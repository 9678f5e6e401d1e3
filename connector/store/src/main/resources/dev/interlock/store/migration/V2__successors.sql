-- What a record became by conversion: records of other objects, each of which may be linked in its own right. One record may
-- be what several became.
create table successor (
    ext_id ${text} not null,
    system ${text} not null,
    type ${text} not null,
    entity ${text} not null,
    primary key (ext_id, system, type, entity)
);
create index successor_entity on successor (entity);
