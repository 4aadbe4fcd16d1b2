import { type Document, isMap, isSeq, LineCounter, type ParsedNode, parseAllDocuments, type ScalarTag } from 'yaml'

/** `yes` and `no` are booleans, beside YAML 1.2's own `true` and `false`. */
const yesAndNo: ScalarTag = {
	tag: 'tag:yaml.org,2002:bool',
	default: true,
	identify: (value) => typeof value === 'boolean',
	test: /^(?:yes|no)$/,
	resolve: (text) => text === 'yes',
}

export type Path = readonly PropertyKey[]

/** One document of a file, as plain data, with the line that each key stands on. */
export interface YamlDocument {
	data: unknown
	lineOf(path: Path): number
}

/** The documents of a YAML 1.2 text, or what is wrong with it as YAML. */
export function readYaml(text: string): { documents: YamlDocument[]; faults: { line: number; why: string }[] } {
	const lines = new LineCounter()
	const parsed = parseAllDocuments(text, {
		version: '1.2',
		schema: 'core',
		customTags: (tags) => [yesAndNo, ...tags],
		lineCounter: lines,
		prettyErrors: false,
	})
	const documents = Array.isArray(parsed) ? parsed : []
	const faults = documents.flatMap((document) =>
		[...document.errors, ...document.warnings].map((fault) => ({
			line: lines.linePos(fault.pos[0]).line,
			why: fault.message,
		})),
	)
	if (faults.length > 0) return { documents: [], faults }
	return {
		documents: documents
			.filter((document) => document.contents !== null)
			.map((document) => ({
				data: document.toJS(),
				lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
			})),
		faults: [],
	}
}

/** Where a key or an item begins; that of the nearest part around it when it is not there at all. */
function offsetOf(document: Document.Parsed<ParsedNode>, path: Path): number {
	let node: unknown = document.contents
	let offset = document.contents?.range[0] ?? 0
	for (const step of path) {
		if (isMap<ParsedNode, ParsedNode>(node)) {
			const pair = node.items.find(({ key }) => String(key) === String(step))
			if (!pair) return offset
			offset = pair.key.range[0]
			node = pair.value
		} else if (isSeq<ParsedNode>(node)) {
			const item = node.items[Number(step)]
			if (!item) return offset
			offset = item.range[0]
			node = item
		} else {
			return offset
		}
	}
	return offset
}
