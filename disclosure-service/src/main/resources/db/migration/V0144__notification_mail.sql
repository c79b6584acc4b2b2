-- Who is written to, in which language.
create table enterprise_contact (
    enterprise text collate "C" not null references enterprise,
    address    text not null,
    language   text not null check (language in ('en', 'zh')),
    primary key (enterprise, address)
);

-- Mails of notifications, written in the transaction of the notification and sent afterwards. SENDING
-- until next_at is a lease: who crashes while sending leaves the mail to be sent again.
create table notification_mail (
    notification bigint  not null references notification,
    address      text    not null,
    language     text    not null,
    state        text    not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    attempts     integer not null default 0,
    next_at      timestamptz not null,
    sent_at      timestamptz,
    error        text,
    primary key (notification, address)
);
create index notification_mail_waiting on notification_mail (next_at)
    where state in ('WAITING', 'SENDING');
