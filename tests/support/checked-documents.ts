import { checkDocuments } from '#db/documents.ts'

/* In every test each JSON document of the database is held against its schema. */
checkDocuments(true)
