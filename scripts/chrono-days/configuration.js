// Stands in place of chrono-node's own `locales/en/configuration.js`, in the bundle as in the tests: what reads days in English, in chrono-node's order
// (of two readings of equal length the first one counts). What reads times of day, time zones and ranges is left out: `dayInWords` takes none of them.
import ENYearMonthDayParser from './parsers/ENYearMonthDayParser.js';
import SlashDateFormatParser from '../../common/parsers/SlashDateFormatParser.js';
import ENTimeUnitWithinFormatParser from './parsers/ENTimeUnitWithinFormatParser.js';
import ENMonthNameLittleEndianParser from './parsers/ENMonthNameLittleEndianParser.js';
import ENMonthNameMiddleEndianParser from './parsers/ENMonthNameMiddleEndianParser.js';
import ENWeekdayParser from './parsers/ENWeekdayParser.js';
import ENSlashMonthFormatParser from './parsers/ENSlashMonthFormatParser.js';
import ENTimeUnitAgoFormatParser from './parsers/ENTimeUnitAgoFormatParser.js';
import ENTimeUnitLaterFormatParser from './parsers/ENTimeUnitLaterFormatParser.js';
import ENYearMonthNameParser from './parsers/ENYearMonthNameParser.js';
import ENCasualDateParser from './parsers/ENCasualDateParser.js';
import ENEndOfCurrentMonthParser from './parsers/ENEndOfCurrentMonthParser.js';
import ENMonthNameParser from './parsers/ENMonthNameParser.js';
import ENRelativeDateFormatParser from './parsers/ENRelativeDateFormatParser.js';
import ENTimeUnitCasualRelativeFormatParser from './parsers/ENTimeUnitCasualRelativeFormatParser.js';
import ENEndOfPeriodRefiner from './refiners/ENEndOfPeriodRefiner.js';
import OverlapRemovalRefiner from '../../common/refiners/OverlapRemovalRefiner.js';
import ENMergeRelativeAfterDateRefiner from './refiners/ENMergeRelativeAfterDateRefiner.js';
import ENMergeRelativeFollowByDateRefiner from './refiners/ENMergeRelativeFollowByDateRefiner.js';
import MergeWeekdayComponentRefiner from '../../common/refiners/MergeWeekdayComponentRefiner.js';
import ForwardDateRefiner from '../../common/refiners/ForwardDateRefiner.js';
import ENExtractYearSuffixRefiner from './refiners/ENExtractYearSuffixRefiner.js';

export default class EnglishDays {
  createCasualConfiguration() {
    return {
      parsers: [
        new ENYearMonthDayParser(false),
        new SlashDateFormatParser(false),
        new ENTimeUnitWithinFormatParser(false),
        new ENMonthNameLittleEndianParser(),
        new ENMonthNameMiddleEndianParser(false),
        new ENWeekdayParser(),
        new ENSlashMonthFormatParser(),
        new ENTimeUnitAgoFormatParser(false),
        new ENTimeUnitLaterFormatParser(false),
        new ENYearMonthNameParser(),
        new ENCasualDateParser(),
        new ENEndOfCurrentMonthParser(),
        new ENMonthNameParser(),
        new ENRelativeDateFormatParser(),
        new ENTimeUnitCasualRelativeFormatParser(),
      ],
      refiners: [
        new ENEndOfPeriodRefiner(),
        new OverlapRemovalRefiner(),
        new ENMergeRelativeAfterDateRefiner(),
        new ENMergeRelativeFollowByDateRefiner(),
        new OverlapRemovalRefiner(),
        new MergeWeekdayComponentRefiner(),
        new OverlapRemovalRefiner(),
        new ForwardDateRefiner(),
        new ENExtractYearSuffixRefiner(),
      ],
    };
  }

  createConfiguration() {
    return this.createCasualConfiguration();
  }
}
