// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/pacresolver.h"

#include "core/http/httpclient.h"
#include "core/http/noproxy.h"
#include "core/http/pacanswer.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 longestScript = qint64{1024} * 1024;
constexpr auto fetchTimeout = 5s;
constexpr auto freshFor = 30min;
constexpr auto retryAfter = 1min;
constexpr auto avoidFor = 5min;

QString placeOf(const QNetworkProxy &proxy)
{
    return QString(
        QString::number(proxy.type()) % u' ' % proxy.hostName() % u':' % QString::number(proxy.port()));
}

// Old scripts are in Latin-1 now and then, mostly for their comments.
QByteArray inUtf8(const QByteArray &script)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(script);
    return decoder.hasError() ? QString::fromLatin1(script).toUtf8() : text.toUtf8();
}

Expected<QByteArray, QString> bodyOf(const HttpOutcome &outcome)
{
    if (!outcome)
        return unexpected(
            outcome.error().kind == HttpError::Kind::TooLarge ? u"> 1 MiB"_s : outcome.error().detail);
    if (outcome->status != 200)
        return unexpected(u"HTTP %1"_s.arg(outcome->status));
    return outcome->body;
}

} // namespace

PacResolver::PacResolver(QUrl url, PacProcess::Setup process, const SecretSource &secrets, const Clock &clock)
    : m_url(std::move(url))
    , m_secrets(secrets)
    , m_clock(clock)
    , m_process(std::move(process))
{
}

PacResolver::~PacResolver() = default;

void PacResolver::find(const QUrl &url, QObject *context, Receiver receiver)
{
    if (NoProxy({}).covers(url)) {
        receiver(std::vector{QNetworkProxy(QNetworkProxy::NoProxy)});
        return;
    }
    const Waiter waiter{url, context, std::move(receiver)};
    const bool isDueNow = isDue();
    if (m_script && !m_process.failure())
        ask(waiter);
    else if (isDueNow || m_isFetching)
        m_waiters.push_back(waiter);
    else
        waiter.receiver(unexpected(m_process.failure() ? *m_process.failure() : *m_fetchFailure));
    if (isDueNow)
        fetch();
}

bool PacResolver::isDue() const
{
    if (m_isFetching)
        return false;
    const bool isWell = m_script && !m_fetchFailure && !m_process.failure();
    return !m_wasFetched || m_clock.monotonic() - m_fetchedAt >= (isWell ? freshFor : retryAfter);
}

void PacResolver::fetch()
{
    m_isFetching = true;
    if (m_url.isLocalFile())
        fetchFile();
    else
        fetchByHttp();
}

void PacResolver::fetchFile()
{
    QFile file(m_url.toLocalFile());
    if (!file.open(QIODevice::ReadOnly))
        take(unexpected(file.errorString()));
    else if (const QByteArray script = file.read(longestScript + 1); script.size() > longestScript)
        take(unexpected(u"> 1 MiB"_s));
    else
        take(script);
}

void PacResolver::fetchByHttp()
{
    HttpConfig config;
    config.baseUrl = m_url;
    config.proxy.mode = ProxyConfig::Mode::None;
    config.timeout = fetchTimeout;
    config.maxBodyBytes = longestScript;
    m_client = std::make_unique<HttpClient>(config, m_secrets, m_clock);
    connect(m_client->get({}), &HttpJob::finished, this, [this](const HttpOutcome &outcome) {
        m_client.release()->deleteLater(); // its job is what calls us
        take(bodyOf(outcome));
    });
}

void PacResolver::take(const Expected<QByteArray, QString> &script)
{
    m_isFetching = false;
    m_wasFetched = true;
    m_fetchedAt = m_clock.monotonic();
    m_fetchFailure.reset();
    if (!script) {
        m_fetchFailure =
            ProxyError{.kind = ProxyError::Kind::ScriptUnreachable, .detail = script.error(), .secret = {}};
    } else if (const QByteArray text = inUtf8(*script); m_script != text || m_process.failure()) {
        m_script = text;
        m_process.load(text);
    }
    // A receiver may ask again, or end with our being deleted.
    const QPointer<PacResolver> alive(this);
    for (const Waiter &waiter : std::exchange(m_waiters, {})) {
        if (!alive || !waiter.context)
            continue;
        if (m_script && !m_process.failure())
            ask(waiter);
        else
            waiter.receiver(unexpected(m_fetchFailure ? *m_fetchFailure : *m_process.failure()));
    }
}

void PacResolver::ask(const Waiter &waiter)
{
    m_process.ask(waiter.url, [this, waiter](const PacProcess::Answer &answer) {
        if (!waiter.context)
            return;
        waiter.receiver(
            answer.and_then([](const QString &text) { return waysOfScript(text); })
                .and_then([this](const std::vector<QNetworkProxy> &ways) { return inOrder(ways); }));
    });
}

ProxyWays PacResolver::inOrder(std::vector<QNetworkProxy> ways) const
{
    const MonotonicTime now = m_clock.monotonic();
    std::stable_partition(ways.begin(), ways.end(), [this, now](const QNetworkProxy &way) {
        const auto avoided = m_avoided.find(placeOf(way));
        return avoided == m_avoided.end() || now >= avoided->second;
    });
    return ways;
}

void PacResolver::avoid(const QNetworkProxy &proxy)
{
    if (proxy.type() != QNetworkProxy::NoProxy)
        m_avoided[placeOf(proxy)] = m_clock.monotonic() + avoidFor;
}

} // namespace sockeye
