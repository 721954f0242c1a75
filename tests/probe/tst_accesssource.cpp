// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/accesssource.h"

#include <QSslKey>
#include <QTest>

Q_DECLARE_METATYPE(sockeye::ProbeTarget)

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

class NoSecrets final : public SecretSource {
public:
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        return unexpected(SecretError{SecretError::Kind::NotGiven, ref.key, {}});
    }
};

ProbeTarget targetAt(const QString &url)
{
    ProbeTarget target;
    target.url = QUrl(url);
    return target;
}

template <typename Spoil>
ProbeTarget spoilt(const QString &url, Spoil spoil)
{
    ProbeTarget target = targetAt(url);
    spoil(target.module);
    return target;
}

// What went wrong, in the order of ProbeSetupError.
enum Problem { None = -1, OfCredentials, OfTls, OfProxy };

} // namespace

class TestAccessSource final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesWhatIsAtHandWithinTheCall_data();
    void givesWhatIsAtHandWithinTheCall();
    void asksTheProxiesForTheSchemeOfHttp();
};

void TestAccessSource::givesWhatIsAtHandWithinTheCall_data()
{
    QTest::addColumn<ProbeTarget>("target");
    QTest::addColumn<int>("problem");
    const QString plain = u"ws://push.test/"_s;
    const QString secure = u"wss://push.test/"_s;
    const auto missingCa = [](ProbeModule &module) { module.tls.caFile = u"/nonexistent/ca.pem"_s; };
    const auto secureProxy = [](ProbeModule &module) {
        module.proxy = {.mode = ProxyConfig::Mode::Url, .url = QUrl(u"https://p"_s)};
    };
    const auto token = [](ProbeModule &module) { module.auth = Authorization{}; };

    QTest::newRow("nothing is needed") << targetAt(plain) << int{None};
    QTest::newRow("no secret") << spoilt(plain, token) << int{OfCredentials};
    QTest::newRow("no CA file") << spoilt(secure, missingCa) << int{OfTls};
    QTest::newRow("no CA file, and none needed") << spoilt(plain, missingCa) << int{None};
    QTest::newRow("a proxy that is not spoken to") << spoilt(plain, secureProxy) << int{OfProxy};
}

void TestAccessSource::givesWhatIsAtHandWithinTheCall()
{
    QFETCH(ProbeTarget, target);
    QFETCH(int, problem);
    const NoSecrets secrets;
    const SystemClock clock;
    std::optional<ProbeAccess> given;

    AccessSource(target, secrets, clock).fetch([&given](const ProbeAccess &access) { given = access; });

    QVERIFY(given.has_value());
    QCOMPARE(given->problem ? static_cast<int>(given->problem->index()) : int{None}, problem);
}

void TestAccessSource::asksTheProxiesForTheSchemeOfHttp()
{
    const NoSecrets secrets;
    const SystemClock clock;
    ProbeTarget target = targetAt(u"wss://push.example.net:443/"_s);
    target.module.proxy = {.mode = ProxyConfig::Mode::Url,
        .url = QUrl(u"http://p:3128"_s),
        .noProxy = u"push.example.net:443"_s};
    std::vector<QNetworkProxy::ProxyType> types;
    const auto note = [&types](const ProbeAccess &access) { types.push_back(access.proxy.type()); };

    AccessSource(target, secrets, clock).fetch(note);
    target.url = QUrl(u"wss://push.example.net/"_s); // the port that https has
    AccessSource(target, secrets, clock).fetch(note);
    target.url = QUrl(u"ws://push.example.net/"_s);
    AccessSource(target, secrets, clock).fetch(note);

    QCOMPARE(types, (std::vector{QNetworkProxy::NoProxy, QNetworkProxy::NoProxy, QNetworkProxy::HttpProxy}));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestAccessSource)

#include "tst_accesssource.moc"
