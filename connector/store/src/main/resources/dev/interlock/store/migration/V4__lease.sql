-- Who works on what, where several processes share the store. A free lease has a blank holder. Its end is a point in time of
-- the database's own clock and compared with nothing else, so it is kept as the database keeps time.
create table lease (
    name ${text} primary key,
    holder ${text} not null,
    generation bigint not null,
    until timestamp with time zone not null
);
