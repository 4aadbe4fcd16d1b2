-- A number is one prisoner's, with its hyphens or without: see app/domain/prisoners/prisoner-number.ts.
-- Where two prisoners have numbers that differ by hyphens alone, this stops: one of them must be corrected first.
create unique index prisoner_folded_number on prisoner (replace(number, '-', ''));

drop index application_number;
create index application_folded_number on application (replace(typed_number, '-', ''));
