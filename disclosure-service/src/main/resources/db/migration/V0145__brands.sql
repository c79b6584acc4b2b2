-- Brands have one spelling and one country style, which rows of files follow.
create table brand (
    key           text collate "C" primary key,
    name          text        not null,
    country_style text        not null,
    revision      integer     not null check (revision > 0),
    changed_at    timestamptz not null,
    changed_by    text        not null
);

-- All that a brand is found by, as it is compared.
create table brand_name (
    match_key text collate "C" primary key,
    brand     text collate "C" not null references brand,
    spelling  text not null
);
create index brand_name_by_brand on brand_name (brand);
