import type { ReactNode } from 'react'

/** Small shapes that stand beside a word and never alone; so they are hidden from screen readers. */
function Icon({ children }: { children: ReactNode }) {
	return (
		<svg
			className="icon"
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.75"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
		>
			{children}
		</svg>
	)
}

export const shapes = ['done', 'waiting', 'attention', 'stopped', 'ended', 'open'] as const
export type Shape = (typeof shapes)[number]

const drawn: Readonly<Record<Shape, ReactNode>> = {
	done: (
		<>
			<circle cx="8" cy="8" r="6.5" />
			<path d="m5 8.3 2.1 2.1L11 6" />
		</>
	),
	waiting: (
		<>
			<circle cx="8" cy="8" r="6.5" />
			<path d="M8 4.5V8l2.3 1.6" />
		</>
	),
	attention: (
		<>
			<path d="M8 1.8 15 14H1z" />
			<path d="M8 6.4v3.2M8 11.8v.1" />
		</>
	),
	stopped: (
		<>
			<path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" />
			<path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" />
		</>
	),
	ended: (
		<>
			<rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2" />
			<path d="M5 8h6" />
		</>
	),
	open: <circle cx="8" cy="8" r="6.5" strokeDasharray="2.4 2.6" />,
}

export function ShapeIcon({ shape }: { shape: Shape }) {
	return <Icon>{drawn[shape]}</Icon>
}

export function InfoIcon() {
	return (
		<Icon>
			<circle cx="8" cy="8" r="6.5" />
			<path d="M8 7.3v3.9M8 4.8v.1" />
		</Icon>
	)
}

export function BackIcon() {
	return (
		<Icon>
			<path d="M9.5 3.5 5 8l4.5 4.5" />
		</Icon>
	)
}

export function SortIcon({ direction }: { direction: 'ascending' | 'descending' | 'none' }) {
	return (
		<Icon>
			{direction !== 'descending' && <path d="M4.5 6.5 8 3l3.5 3.5" />}
			{direction !== 'ascending' && <path d="M4.5 9.5 8 13l3.5-3.5" />}
		</Icon>
	)
}
