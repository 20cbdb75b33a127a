package com.paycrypt.examples.doctor;

import java.util.function.Function;
import java.util.function.Supplier;

/** A receiver or a shop that is wrong in one way, and the scenario that is meant to find it. */
enum Fault {
    UNSIGNED_IS_FINE("unsigned", HeaderFaults.UnsignedIsFine::new),
    IGNORES_KEY("wrong-key", HeaderFaults.IgnoresKey::new),
    FORBIDDEN_FOR_EVERYTHING("wrong-secret", HandlingFaults.ForbiddenForEverything::new),
    OK_FOR_EVERYTHING("wrong-secret", HandlingFaults.OkForEverything::new),
    NO_SIGNATURE_CHECK("tampered", HeaderFaults.NoSignatureCheck::new),
    PREFIX_COMPARISON("signature-form", HeaderFaults.PrefixComparison::new),
    HEX_CRASH("signature-form", HeaderFaults.HexCrash::new),
    CASE_INSENSITIVE_HEX("upper-case-signature", HeaderFaults.CaseInsensitiveHex::new),
    FIRST_HEADER("header-twice", HeaderFaults.FirstHeader::new),
    LAST_HEADER("header-twice", HeaderFaults.LastHeader::new),
    SIGNATURE_BEFORE_TIME("order-of-checks", HeaderFaults.SignatureBeforeTime::new),
    TIME_BEFORE_KEY("order-of-checks", HeaderFaults.TimeBeforeKey::new),
    PARSES_FIRST("unverified-garbage", BodyFaults.ParsesFirst::new),
    DECODED_TO_TEXT("altered-bytes", BodyFaults.DecodedToText::new),
    NO_TIME_WINDOW("stale", HeaderFaults.NoTimeWindow::new),
    FUTURE_ONLY_WINDOW("stale", HeaderFaults.FutureOnlyWindow::new),
    PAST_ONLY_WINDOW("future", HeaderFaults.PastOnlyWindow::new),
    ABS_OVERFLOW("timestamp-overflow", HeaderFaults.AbsOverflow::new),
    INT_OVERFLOW("timestamp-overflow", HeaderFaults.IntOverflow::new),
    TIMESTAMP_CRASH("timestamp-form", HeaderFaults.TimestampCrash::new),
    TAKES_MILLISECONDS("timestamp-form", HeaderFaults.TakesMilliseconds::new),
    NUMBER_FOR_TEXT("respelled-timestamp", HeaderFaults.NumberForText::new),
    NO_LIMIT("oversize", BodyFaults.NoLimit::new),
    DECLARED_LIMIT_ONLY("oversize", BodyFaults.DeclaredLimitOnly::new),
    ACCEPTS_GET("get", HeaderFaults.AcceptsGet::new),
    CRASHES_ON_GARBAGE("signed-garbage", BodyFaults.CrashesOnGarbage::new),
    TRUSTS_AMOUNT("wrong-amount", HandlingFaults.TrustsAmount::new),
    TRUSTS_CURRENCY("wrong-currency", HandlingFaults.TrustsCurrency::new),
    PAYS_WHAT_IS_PENDING("not-paid-yet", HandlingFaults.PaysWhatIsPending::new),
    REDIRECTS("redirect", HandlingFaults.Redirects::new),
    CSRF_CHECK("csrf", HandlingFaults.CsrfCheck::new),
    NEEDS_LOGIN("csrf", HandlingFaults.NeedsLogin::new),
    ANSWERS_LATE("in-time", HandlingFaults.AnswersLate::new),
    ANSWERS_FIRST("committed", HandlingFaults.AnswersFirst::new),
    SWALLOWS_FAILURES("older-server", HandlingFaults.SwallowsFailures::new),
    REJECTS_UNKNOWN_TYPES("unknown-type", HandlingFaults.RejectsUnknownTypes::new),
    RESERIALISED("spelling", BodyFaults.Reserialised::new),
    TRIMMED("spelling", BodyFaults.Trimmed::new),
    DECODED_AS_LATIN("spelling", BodyFaults.DecodedAsLatin::new),
    SMALL_LIMIT("large", BodyFaults.SmallLimit::new),
    NEEDS_LENGTH("chunked", BodyFaults.NeedsLength::new),
    NO_REPLAY_GUARD("duplicate", HandlingFaults.NoReplayGuard::new),
    DUPLICATE_IS_AN_ERROR("duplicate", HandlingFaults.DuplicateIsAnError::new),
    CHECK_THEN_ACT("concurrent-duplicates", HandlingFaults.CheckThenAct::new),
    KNOWS_EVENTS_BY_ID("same-id", HandlingFaults.KnowsEventsById::new),
    PAYS_TWICE("signed-anew", HandlingFaults.PaysTwice::new),
    REOPENS("out-of-order", HandlingFaults.Reopens::new),
    SHOWS_STACK_TRACE("leaks", BodyFaults.ShowsStackTrace::new),
    SHOWS_EXCEPTION("leaks", BodyFaults.ShowsException::new),
    SHOWS_SIGNATURE("leaks", BodyFaults.ShowsSignature::new);

    final String scenario;
    final Supplier<TestShop> shop;
    final Function<TestShop, Receiver> receiver;

    Fault(String scenario, Function<TestShop, Receiver> receiver) {
        this.scenario = scenario;
        this.shop = TestShop::new;
        this.receiver = receiver;
    }

    Fault(String scenario, Supplier<TestShop> shop) {
        this.scenario = scenario;
        this.shop = shop;
        this.receiver = HandWritten::new;
    }
}
