import type { Block } from './content.ts'

/** The twin of the HTML part: the same blocks in the same order. */
export function plainText(greeting: string, blocks: readonly Block[], footer: string): string {
	return `${[greeting, ...blocks.map(textOf), `-- \n${footer}`].join('\n\n')}\n`
}

function textOf(block: Block): string {
	switch (block.kind) {
		case 'text':
			return block.text
		case 'link':
			return `${block.label}:\n${block.href}`
		case 'facts':
			return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
	}
}
