create table if not exists orders (
    id varchar(40) primary key,
    amount decimal(18, 2) not null,
    currency varchar(10) not null,
    state varchar(10) not null,
    session_id varchar(100),
    checkout_url varchar(2000)
);

create table if not exists events (
    number bigint generated always as identity primary key,
    type varchar not null,
    order_id varchar,
    session_id varchar,
    amount varchar,
    verdict varchar not null
);
