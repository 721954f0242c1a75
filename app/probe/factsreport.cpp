// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/factsreport.h"

#include <QDateTime>
#include <QJsonArray>

namespace sockeye::cli {

using namespace Qt::StringLiterals;

namespace {

QString isoTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC).toString(Qt::ISODate);
}

QJsonArray triedJson(const std::vector<AddressAttempt> &attempts)
{
    QJsonArray tried;
    for (const AddressAttempt &attempt : attempts) {
        QJsonObject one{{u"address"_s, attempt.address}};
        if (attempt.duration)
            one.insert(u"ms"_s, std::chrono::duration<double, std::milli>(*attempt.duration).count());
        if (!attempt.error.isEmpty())
            one.insert(u"error"_s, attempt.error);
        tried.append(one);
    }
    return tried;
}

QJsonObject tlsJson(const TlsFacts &tls)
{
    QJsonArray chain;
    for (const CertificateFacts &certificate : tls.chain) {
        chain.append(QJsonObject{{u"subject"_s, certificate.subject}, {u"issuer"_s, certificate.issuer},
            {u"not_before"_s, isoTime(certificate.notBefore)},
            {u"not_after"_s, isoTime(certificate.notAfter)},
            {u"sha256"_s, QString::fromLatin1(certificate.sha256)}});
    }
    return {{u"version"_s, QString::fromLatin1(tls.version)}, {u"cipher"_s, QString::fromLatin1(tls.cipher)},
        {u"alpn"_s, QString::fromLatin1(tls.alpn)}, {u"resumed"_s, tls.resumed}, {u"chain"_s, chain},
        {u"problems"_s, QJsonArray::fromStringList(tls.problems)}};
}

QJsonObject upgradeJson(const UpgradeFacts &upgrade)
{
    QJsonArray headers; // a list: names may come more than once
    for (const HttpHeader &header : upgrade.headers)
        headers.append(QJsonArray{QString::fromUtf8(header.name), QString::fromUtf8(header.value)});
    QJsonObject object{{u"status"_s, upgrade.status}, {u"reason"_s, QString::fromUtf8(upgrade.reason)},
        {u"headers"_s, headers}};
    if (!upgrade.body.isEmpty())
        object.insert(u"body"_s, QString::fromUtf8(upgrade.body));
    if (upgrade.retryAfter)
        object.insert(u"retry_after_s"_s, qint64{upgrade.retryAfter->count()});
    return object;
}

QString tlsLine(const TlsFacts &tls, Timestamp now)
{
    QString text =
        QString(QString::fromLatin1(tls.version) % u' ' % QString::fromLatin1(tls.cipher)).trimmed();
    if (const auto expiry = earliestExpiry(tls)) {
        const auto days = std::chrono::floor<std::chrono::days>(*expiry - now).count();
        const QString until = u"certificates valid until %1 (%2 days)"_s.arg(isoTime(*expiry)).arg(days);
        text = text.isEmpty() ? until : QString(text % ", "_L1 % until);
    }
    return text;
}

} // namespace

QJsonObject toJson(const AttemptFacts &facts)
{
    QJsonObject object{
        {u"addresses"_s, QJsonArray::fromStringList(facts.addresses)}, {u"tried"_s, triedJson(facts.tried)}};
    if (!facts.peer.isEmpty())
        object.insert(u"peer"_s, facts.peer);
    if (facts.tls)
        object.insert(u"tls"_s, tlsJson(*facts.tls));
    if (facts.upgrade)
        object.insert(u"answer"_s, upgradeJson(*facts.upgrade));
    return object;
}

std::vector<std::pair<QString, QString>> toLines(const AttemptFacts &facts, Timestamp now)
{
    std::vector<std::pair<QString, QString>> lines;
    if (!facts.peer.isEmpty())
        lines.emplace_back(u"address"_s, facts.peer);
    if (facts.tls)
        lines.emplace_back(u"tls with"_s, tlsLine(*facts.tls, now));
    if (facts.upgrade && facts.upgrade->retryAfter)
        lines.emplace_back(
            u"retry"_s, u"after %1 s, says the server"_s.arg(facts.upgrade->retryAfter->count()));
    if (facts.upgrade && !facts.upgrade->body.isEmpty())
        lines.emplace_back(u"body"_s, QString::fromUtf8(facts.upgrade->body).simplified());
    return lines;
}

} // namespace sockeye::cli
