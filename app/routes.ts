import { flatRoutes } from '@remix-run/fs-routes'

/**
 * Routes come from the names of the files in app/routes. A dot is a slash; a `$` names a parameter; a leading underscore
 * gives no part of the address; a trailing one leaves the layout of that name.
 *
 *     _family.tsx                      the family's frame; no address of its own
 *     _family._index.tsx               /
 *     _family.visits._index.tsx        /visits
 *     _family.visits.$ref.tsx          /visits/K7QM4TXW29AB
 *     _family.visits_.$ref.pass.tsx    /visits/K7QM4TXW29AB/pass, not inside a visits.tsx or visits.$ref.tsx
 *     staff.tsx                        the officers' frame; whoever comes here is a signed-in officer
 *     staff._index.tsx                 /staff
 *     staff.applications._index.tsx    /staff/applications
 *     staff_.sign-in.tsx               /staff/sign-in, outside the frame
 *     visits.$ref.calendar[.]ics.ts    /visits/K7QM4TXW29AB/calendar.ics, a file and not a page
 *
 * A page inside a frame renders its main content and nothing around it. A frame guards only itself: each loader and action
 * says who may call it (`defineLoader`, `defineAction`), because each can be called alone.
 */
export default flatRoutes()
