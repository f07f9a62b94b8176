import type { LessonRegistry } from '../room/registry.ts';
import type { Catalogue } from '../store/catalogue-stores.ts';
import { type DemoOrigins, demoLinks } from './demo-links.ts';
import { seedDemo } from './seed-demo.ts';

/** Opens the sample school and its lesson; answers its links and the tablets' address for the QR, or null when other schools are here. */
export async function openDemo(
  catalogue: Catalogue,
  registry: LessonRegistry,
  origins: DemoOrigins,
  now: number,
): Promise<{ readonly links: readonly { label: string; url: string }[]; readonly qr: string } | null> {
  const demo = await seedDemo(catalogue, now);
  if (!demo) return null;
  const room = await registry.prepared(demo.lessonId);
  if ('ok' in room) return null;
  // Whoever opens the pupils' link first finds the lesson, even before a board or the teacher has come.
  room.follow({ happened: () => {}, closed: () => {} }, () => true);
  const ticketOf = (classroomId: string) => room.state.classrooms[classroomId]?.ticket ?? '';
  const links = await demoLinks(catalogue, demo, origins, ticketOf, now);
  const [first] = demo.classrooms;
  return { links, qr: `${origins.tablets}/s/${ticketOf(first?.classroomId ?? '')}` };
}
