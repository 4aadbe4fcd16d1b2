-- An officer's form carries a key of its own: the same form sent twice is one import, as a machine's is.
create unique index register_import_officer_key on register_import (officer_id, idempotency_key) where officer_id is not null;
