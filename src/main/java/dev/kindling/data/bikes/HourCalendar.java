package dev.kindling.data.bikes;

import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The columns that follow from the hour alone. */
final class HourCalendar {

  static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  static final int DAY = 24;

  /** The hours of 2023 and 2024. */
  static final int HOURS = 731 * DAY;

  /** On the same days every year. */
  static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 6),
          MonthDay.of(3, 19),
          MonthDay.of(5, 1),
          MonthDay.of(6, 10),
          MonthDay.of(8, 1),
          MonthDay.of(9, 16),
          MonthDay.of(11, 1),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  /** The day of a month on which seasons change. */
  private static final int CHANGE = 21;

  private HourCalendar() {}

  /** Fills the columns; the rows are the hours of one town after those of the other. */
  static void fill(TableDraft draft) {
    draft.fill("dteday", (row, draws) -> FIRST.plusDays(row.index() % HOURS / DAY));
    draft.fill("season", (row, draws) -> season(date(row)));
    draft.fill("yr", (row, draws) -> date(row).getYear() - FIRST.getYear());
    draft.fill("mnth", (row, draws) -> date(row).getMonthValue());
    draft.fill("hr", (row, draws) -> row.index() % DAY);
    draft.fill("holiday", (row, draws) -> HOLIDAYS.contains(MonthDay.from(date(row))) ? 1 : 0);
    draft.fill("weekday", (row, draws) -> date(row).getDayOfWeek().getValue() % 7);
    draft.fill("workingday", (row, draws) -> isWorkingDay(row) ? 1 : 0);
  }

  static LocalDate date(Cells row) {
    return (LocalDate) row.get("dteday");
  }

  /** 1 for winter to 4 for autumn. */
  private static int season(LocalDate date) {
    int month = date.getMonthValue() - (date.getDayOfMonth() < CHANGE ? 1 : 0);
    return month % 12 / 3 + 1;
  }

  private static boolean isWorkingDay(Cells row) {
    DayOfWeek day = date(row).getDayOfWeek();
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && row.whole("holiday") == 0;
  }
}
