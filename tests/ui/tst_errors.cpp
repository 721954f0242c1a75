// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errors.h"
#include "ui/text/probewords.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QueryError queryError(QueryError::Kind kind)
{
    QueryError error;
    error.kind = kind;
    return error;
}

HttpError httpError(HttpError::Kind kind)
{
    HttpError error;
    error.kind = kind;
    error.url = QUrl{u"https://prom.example.net:9090/prometheus"_s};
    if (kind == HttpError::Kind::CredentialsFailed)
        error.credentials = CredentialError{CredentialError::Kind::TokenRefused};
    return error;
}

} // namespace

class TestErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queryErrorSaysWhatAndWhatToDo_data();
    void queryErrorSaysWhatAndWhatToDo();
    void httpErrorSaysWhatAndWhatToDo_data();
    void httpErrorSaysWhatAndWhatToDo();
    void secretIsNeverInTheText();
    void urlProblemNamesAnExample_data();
    void urlProblemNamesAnExample();
    void jsonErrorNamesThePlace_data();
    void jsonErrorNamesThePlace();
    void everyKindHasWordsOfItsOwn();
    void everyProbeOutcomeHasWordsOfItsOwn();
    void everyFrameErrorHasWordsOfItsOwn();
};

void TestErrors::queryErrorSaysWhatAndWhatToDo_data()
{
    QTest::addColumn<QueryError>("error");
    QTest::addColumn<QString>("text");
    QueryError unauthorized = queryError(QueryError::Kind::Unauthorized);
    unauthorized.status = 401;
    QTest::newRow("wrong token") << unauthorized
                                 << u"401: the server did not accept the user name, password or token. "
                                    "Enter a valid one in Settings, Prometheus servers."_s;
    QueryError badData = queryError(QueryError::Kind::BadData);
    badData.message = u"unexpected end of input"_s;
    badData.line = 1;
    badData.column = 7;
    QTest::newRow("parse error") << badData
                                 << u"Prometheus does not understand the query. The server says: “unexpected "
                                    "end of input”. The mistake is in line 1, column 7."_s;
    QueryError busy = queryError(QueryError::Kind::TooManyRequests);
    busy.retryAfter = std::chrono::seconds{30};
    QTest::newRow("asked to wait") << busy
                                   << u"429: the server wants fewer requests. Sockeye asks again in 30 s."_s;
    QueryError misplaced = queryError(QueryError::Kind::NotFound);
    misplaced.suggestedBaseUrl = QUrl(u"https://prom.example.net/prometheus"_s);
    QTest::newRow("a wrong prefix") << misplaced
                                    << u"404: there is no Prometheus API at this address. It answers at "
                                       "https://prom.example.net/prometheus: enter that address."_s;
    QueryError option = queryError(QueryError::Kind::OptionRefused);
    option.message = u"dedup"_s;
    QTest::newRow("an option of another server") << option
                                                 << u"This server does not know the option dedup, so the "
                                                    u"answer would not be what was asked for. Remove "
                                                    "the option from the server's settings."_s;
    QueryError transport = queryError(QueryError::Kind::Transport);
    transport.http = httpError(HttpError::Kind::ConnectionRefused);
    QTest::newRow("the way there") << transport
                                   << u"prom.example.net:9090 refused the connection. Check that the server "
                                      "runs and that the port is right."_s;
}

void TestErrors::queryErrorSaysWhatAndWhatToDo()
{
    QFETCH(QueryError, error);
    QTEST(describe(error).joined(), "text");
}

void TestErrors::httpErrorSaysWhatAndWhatToDo_data()
{
    QTest::addColumn<HttpError>("error");
    QTest::addColumn<QString>("summary");
    QTest::newRow("unknown host") << httpError(HttpError::Kind::HostNotFound)
                                  << u"There is no host named prom.example.net."_s;
    HttpError late = httpError(HttpError::Kind::TimedOut);
    late.limit = 10'000;
    QTest::newRow("too late") << late << u"prom.example.net:9090 gave no complete answer within 10 s."_s;
    HttpError large = httpError(HttpError::Kind::TooLarge);
    large.limit = qint64{64} * 1024 * 1024;
    QTest::newRow("too large") << large << u"The answer is larger than 64 MiB."_s;
    HttpError lapsed = httpError(HttpError::Kind::TlsFailed);
    lapsed.tls = TlsFailure::Expired;
    lapsed.lapse = CertificateLapse{CertificateLapse::Kind::Ended, fromMilliseconds(1'767'225'600'000)};
    QTest::newRow("an expired certificate")
        << lapsed << u"The certificate of prom.example.net:9090 was valid until 2026-01-01 00:00:00 UTC."_s;
    lapsed.lapse->kind = CertificateLapse::Kind::NotBegun;
    QTest::newRow("a certificate of the future")
        << lapsed
        << u"The certificate of prom.example.net:9090 is not valid before 2026-01-01 00:00:00 UTC."_s;
    HttpError unknown = httpError(HttpError::Kind::ProxyFailed);
    unknown.proxy = ProxyError{ProxyError::Kind::SignInWanted, {}, {}};
    QTest::newRow("a proxy that wants to know who asks")
        << unknown << u"407: the proxy lets nobody through without a user name and password that it knows."_s;
    HttpError secret = httpError(HttpError::Kind::SecretMissing);
    secret.secret = SecretError{SecretError::Kind::FileUnreadable, u"/run/token"_s, u"Permission denied"_s};
    QTest::newRow("secret file")
        << secret << u"The file with the password or token, /run/token, cannot be read: Permission denied"_s;
}

void TestErrors::httpErrorSaysWhatAndWhatToDo()
{
    QFETCH(HttpError, error);
    QTEST(describe(error).summary, "summary");
}

void TestErrors::secretIsNeverInTheText()
{
    const ErrorText text = describe(SecretError{SecretError::Kind::NotGiven, {}, {}});
    QVERIFY(!text.summary.isEmpty());
    HttpError error = httpError(HttpError::Kind::TlsFailed);
    error.url = QUrl{u"https://me:hunter2@prom.example.net/"_s};
    QVERIFY(!describe(error).joined().contains(u"hunter2"_s));
}

void TestErrors::urlProblemNamesAnExample_data()
{
    QTest::addColumn<int>("problem");
    QTest::addColumn<QStringList>("schemes");
    QTest::addColumn<QString>("text");
    const QStringList http{u"http"_s, u"https"_s};
    const QStringList ws{u"ws"_s, u"wss"_s};
    QTest::newRow("empty") << static_cast<int>(UrlProblem::Empty) << http
                           << u"The address is missing. Enter an address such as "
                              "https://prometheus.example.net."_s;
    QTest::newRow("scheme") << static_cast<int>(UrlProblem::WrongScheme) << ws
                            << u"The address has to begin with ws:// or wss://. Enter an address such as "
                               "wss://api.example.net/ws."_s;
}

void TestErrors::urlProblemNamesAnExample()
{
    QFETCH(int, problem);
    QFETCH(QStringList, schemes);
    QTEST(describe(static_cast<UrlProblem>(problem), schemes).joined(), "text");
}

void TestErrors::jsonErrorNamesThePlace_data()
{
    QTest::addColumn<JsonError>("error");
    QTest::addColumn<QString>("summary");
    QTest::newRow("syntax") << JsonError{JsonError::Kind::Syntax, {}, {}, 17}
                            << u"This is not valid JSON: there is a mistake at byte 17."_s;
    QTest::newRow("type") << JsonError{JsonError::Kind::WrongType, u"endpoints[2].url"_s, u"a string"_s, -1}
                          << u"endpoints[2].url has to be a string."_s;
}

void TestErrors::jsonErrorNamesThePlace()
{
    QFETCH(JsonError, error);
    QTEST(describe(error).summary, "summary");
}

void TestErrors::everyKindHasWordsOfItsOwn()
{
    QSet<QString> seen;
    const int last = static_cast<int>(QueryError::Kind::OptionRefused);
    for (int kind = 1; kind <= last; ++kind)
        seen.insert(describe(queryError(static_cast<QueryError::Kind>(kind))).summary);
    QCOMPARE(seen.size(), last);

    seen.clear();
    const int lastHttp = static_cast<int>(HttpError::Kind::Protocol);
    for (int kind = 0; kind <= lastHttp; ++kind)
        seen.insert(describe(httpError(static_cast<HttpError::Kind>(kind))).summary);
    QCOMPARE(seen.size(), lastHttp + 1);

    seen.clear();
    const int lastCredential = static_cast<int>(CredentialError::Kind::TokenExpired);
    for (int kind = 0; kind <= lastCredential; ++kind)
        seen.insert(describe(CredentialError{static_cast<CredentialError::Kind>(kind)}).summary);
    QCOMPARE(seen.size(), lastCredential + 1);

    seen.clear();
    const int lastSecret = static_cast<int>(SecretError::Kind::Pending);
    for (int kind = 0; kind <= lastSecret; ++kind)
        seen.insert(describe(SecretError{static_cast<SecretError::Kind>(kind), u"p"_s, {}}).summary);
    QCOMPARE(seen.size(), lastSecret + 1);
}

void TestErrors::everyFrameErrorHasWordsOfItsOwn()
{
    QSet<QString> words;
    const int last = static_cast<int>(FrameError::Kind::AfterClose);
    for (int kind = 0; kind <= last; ++kind)
        words.insert(frameErrorText({.kind = static_cast<FrameError::Kind>(kind), .frameOffset = 12}));
    QCOMPARE(words.size(), last + 1);
    for (const QString &word : words)
        QVERIFY2(word.endsWith(u"at byte 12"_s), qPrintable(word));
}

void TestErrors::everyProbeOutcomeHasWordsOfItsOwn()
{
    QSet<QString> words;
    QSet<QString> sentences;
    const int last = static_cast<int>(ProbeOutcome::ClosedLocally);
    for (int outcome = 0; outcome <= last; ++outcome) {
        AttemptFinished attempt;
        attempt.outcome = static_cast<ProbeOutcome>(outcome);
        words.insert(probeOutcomeWord(attempt.outcome));
        sentences.insert(describe(attempt).summary);
    }
    QCOMPARE(words.size(), last + 1);
    QCOMPARE(sentences.size(), last + 1);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestErrors)
#include "tst_errors.moc"
