// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/credentialsource.h"
#include "core/http/httpclient.h"

namespace sockeye {

//! \brief Tokens of the client credentials grant. How the client shows itself, in a header or in the form, is
//! found out as Go's oauth2 does: the header first, and what the endpoint accepted is remembered.
//! https://www.rfc-editor.org/rfc/rfc6749#section-4.4
class OAuth2Source final : public TokenSource {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OAuth2Source)

public:
    OAuth2Source(OAuth2 config, const SecretSource &secrets, const Clock &clock, QObject *parent = nullptr);
    ~OAuth2Source() override;

private:
    enum class Style { Unknown, Header, Form };
    class EncodedSecrets;

    void begin() override;
    void ask(Style style);
    void receive(Style style, const HttpOutcome &outcome);
    void fail(CredentialError error);
    [[nodiscard]] HttpConfig configFor(Style style) const;
    [[nodiscard]] Expected<HttpParameters, SecretError> formFor(Style style) const;
    [[nodiscard]] QString source() const;

    OAuth2 m_config;
    const SecretSource &m_secrets;
    std::unique_ptr<EncodedSecrets> m_encoded;
    std::unique_ptr<HttpClient> m_client;
    Style m_style = Style::Unknown;
};

//! \brief Reads the answer of a token endpoint that came at \a now. The source of an error is left empty.
[[nodiscard]] Expected<TokenSource::Token, CredentialError> parseTokenAnswer(
    const HttpReply &reply, Timestamp now);

} // namespace sockeye
