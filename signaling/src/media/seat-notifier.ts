import type { DataNotice, LessonId, SeatId } from '@tongke/shared-types';

/** Tells the tablet that sits on a seat; one that is not connected hears nothing. */
export interface SeatNotifier {
  tellSeat(lessonId: LessonId, seatId: SeatId, notice: DataNotice): void;
}
