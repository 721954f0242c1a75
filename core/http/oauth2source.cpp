// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/oauth2source.h"

#include "core/base/jsonreader.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxAnswer = qint64{1024} * 1024;
constexpr qsizetype maxDetail = 200;

CredentialError invalid(const QString &detail)
{
    return {.kind = CredentialError::Kind::TokenAnswerInvalid, .detail = detail.left(maxDetail)};
}

// A number, but some servers write it as a string.
std::optional<qint64> secondsOf(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const qint64 seconds = isNumber ? value.toInteger() : value.toString().toLongLong(&isNumber);
    if (!isNumber || seconds <= 0)
        return std::nullopt;
    constexpr qint64 century = qint64{100} * 365 * 86'400;
    return std::min(seconds, century);
}

// Scheme names are compared without case, but some servers insist on this one.
QByteArray schemeOf(const QString &type)
{
    return type.isEmpty() || type.compare("bearer"_L1, Qt::CaseInsensitive) == 0 ? "Bearer"_ba
                                                                                 : type.toUtf8();
}

} // namespace

// RFC 6749, section 2.3.1: what stands in the header is form-encoded first.
class OAuth2Source::EncodedSecrets final : public SecretSource {
public:
    explicit EncodedSecrets(const SecretSource &secrets)
        : m_secrets(secrets)
    {
    }

    Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        return m_secrets.read(ref).map([](const QByteArray &secret) { return secret.toPercentEncoding(); });
    }

    void prepare(
        const std::vector<SecretRef> &refs, QObject *context, std::function<void()> ready) const override
    {
        m_secrets.prepare(refs, context, std::move(ready));
    }

private:
    const SecretSource &m_secrets;
};

OAuth2Source::OAuth2Source(OAuth2 config, const SecretSource &secrets, const Clock &clock, QObject *parent)
    : TokenSource(clock, parent)
    , m_config(std::move(config))
    , m_secrets(secrets)
    , m_encoded(std::make_unique<EncodedSecrets>(secrets))
{
}

OAuth2Source::~OAuth2Source() = default;

QString OAuth2Source::source() const
{
    return m_config.tokenUrl.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

HttpConfig OAuth2Source::configFor(Style style) const
{
    HttpConfig http;
    http.baseUrl = m_config.tokenUrl;
    http.tls = m_config.tls;
    http.proxy = m_config.proxy;
    http.maxBodyBytes = maxAnswer;
    if (style == Style::Header)
        http.auth =
            BasicAuth{QString::fromLatin1(QUrl::toPercentEncoding(m_config.clientId)), m_config.clientSecret};
    return http;
}

Expected<HttpParameters, SecretError> OAuth2Source::formFor(Style style) const
{
    HttpParameters form{{"grant_type", "client_credentials"}};
    if (!m_config.scopes.isEmpty())
        form.emplace_back("scope", m_config.scopes.join(u' ').toUtf8());
    for (const auto &[name, value] : m_config.endpointParams)
        form.emplace_back(name.toUtf8(), value.toUtf8());
    if (style != Style::Form)
        return form;
    const auto secret = m_secrets.read(m_config.clientSecret);
    if (!secret)
        return unexpected(secret.error());
    form.emplace_back("client_id", m_config.clientId.toUtf8());
    if (!secret->isEmpty())
        form.emplace_back("client_secret", *secret);
    return form;
}

void OAuth2Source::begin()
{
    ask(m_style == Style::Unknown ? Style::Header : m_style);
}

void OAuth2Source::ask(Style style)
{
    const auto form = formFor(style);
    if (!form) {
        fail({.kind = CredentialError::Kind::SecretMissing, .secret = form.error()});
        return;
    }
    if (m_client)
        m_client.release()->deleteLater(); // its job may be what called us
    const SecretSource &secrets = *m_encoded;
    m_client = std::make_unique<HttpClient>(configFor(style), secrets, clock());
    connect(m_client->post({}, *form), &HttpJob::finished, this,
        [this, style](const HttpOutcome &outcome) { receive(style, outcome); });
}

void OAuth2Source::receive(Style style, const HttpOutcome &outcome)
{
    if (!outcome && outcome.error().kind == HttpError::Kind::SecretMissing) {
        fail({.kind = CredentialError::Kind::SecretMissing,
            .secret = outcome.error().secret.value_or(SecretError{})});
        return;
    }
    if (!outcome) {
        fail({.kind = CredentialError::Kind::TokenServerUnreachable, .detail = outcome.error().detail});
        return;
    }
    auto token = parseTokenAnswer(*outcome, clock().now());
    if (token) {
        m_style = style;
        conclude(std::move(*token), source());
        return;
    }
    if (style == Style::Header && m_style == Style::Unknown) {
        ask(Style::Form);
        return;
    }
    fail(token.error());
}

void OAuth2Source::fail(CredentialError error)
{
    error.source = source();
    conclude(unexpected(std::move(error)), error.source);
}

Expected<TokenSource::Token, CredentialError> parseTokenAnswer(const HttpReply &reply, Timestamp now)
{
    const auto parsed = JsonReader::parse(reply.body);
    const QJsonObject answer = parsed.value_or(QJsonObject());
    const QString error = answer.value("error"_L1).toString();
    if (!error.isEmpty())
        return unexpected(CredentialError{.kind = CredentialError::Kind::TokenRefused,
            .code = error,
            .detail = answer.value("error_description"_L1).toString().left(maxDetail)});
    if (reply.status < 200 || reply.status > 299)
        return unexpected(CredentialError{
            .kind = CredentialError::Kind::TokenRefused, .code = QString::number(reply.status)});
    if (!parsed)
        return unexpected(invalid(parsed.error().expected));
    const QByteArray token = answer.value("access_token"_L1).toString().toUtf8();
    const QByteArray scheme = schemeOf(answer.value("token_type"_L1).toString());
    if (token.isEmpty() || !isHeaderValue(token) || !isAcceptableHeader({scheme, {}}))
        return unexpected(invalid({}));
    TokenSource::Token result{scheme + ' ' + token};
    if (const auto seconds = secondsOf(answer.value("expires_in"_L1)))
        result.expiresAt = now + std::chrono::seconds{*seconds};
    return result;
}

} // namespace sockeye
