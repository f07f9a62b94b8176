import { expect, test } from 'vitest';
import { board, createFixture, LEAD } from '../testing/fixtures.ts';
import { cameraReport } from './board-signals.ts';

test('the camera’s state is reported when the lesson knows another one, and only then', () => {
  const fixture = createFixture();
  const report = (state: Parameters<typeof cameraReport>[2], room = 'c1') => cameraReport(fixture.state(), room, state);
  expect(report('off')).toBeNull();
  expect(report('starting')).toBeNull();
  expect(report('refused')).toEqual({ type: 'camera.report', camera: 'refused' });
  fixture.send(board('c1'), { type: 'camera.report', camera: 'refused' });
  expect(report('refused')).toBeNull();
  expect(report('on')).toEqual({ type: 'camera.report', camera: 'on' });
  expect(report('on', 'own')).toBeNull();
  fixture.send(LEAD, { type: 'lesson.end' });
  expect(report('on')).toBeNull();
});
