-- The lines that were fitted to an edition's models on sale. Without a line they were too few, and models of the
-- powertrain were compared with the mean of their category.
create table reference_line (
    edition                   integer not null references edition deferrable initially deferred,
    powertrain                text    not null,
    models                    bigint  not null,
    intercept_grams_per_km    numeric,
    slope_grams_per_km_per_kg numeric,
    primary key (edition, powertrain),
    check ((intercept_grams_per_km is null) = (slope_grams_per_km_per_kg is null))
);
