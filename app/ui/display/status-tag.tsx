import { type Shape, ShapeIcon } from '../icons.tsx'

const colours: Readonly<Record<Shape, string>> = {
	done: 'accent',
	waiting: 'neutral',
	attention: 'warning',
	stopped: 'danger',
	ended: 'neutral',
	open: 'neutral',
}

/** A state as a word and a shape. The colour only repeats what both already say. */
export function StatusTag({ shape, children }: { shape: Shape; children: string }) {
	return (
		<span className="ds-tag" data-color={colours[shape]}>
			<ShapeIcon shape={shape} />
			<span>{children}</span>
		</span>
	)
}
