-- Runs on H2 and on PostgreSQL.
create table if not exists orders (
    id varchar(64) primary key,
    item varchar(40) not null,
    amount decimal(18, 2) not null,
    currency varchar(5) not null,
    state varchar(10) not null,
    placed_at timestamp with time zone not null,
    session_id varchar(100),
    checkout_url varchar(2000),
    session_expires_at timestamp with time zone,
    asked_at timestamp with time zone,
    paid_by varchar(200)
);

create table if not exists events (
    number bigint generated always as identity primary key,
    type varchar(200) not null,
    order_id varchar(200),
    session_id varchar(200),
    amount varchar(200),
    verdict varchar(20) not null
);
