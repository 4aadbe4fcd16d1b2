/** The address of the page that was asked for, also when only its data was. */
export function pathOf(request: Request): string {
	return new URL(request.url).pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
}
