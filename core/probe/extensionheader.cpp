// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/extensionheader.h"

#include "core/http/httptoken.h"

#include <algorithm>

namespace sockeye {

namespace {

class Scanner final {
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_text.isEmpty(); }

    [[nodiscard]] bool take(char separator)
    {
        skipSpaces();
        if (m_text.isEmpty() || m_text.front() != separator)
            return false;
        m_text = m_text.sliced(1);
        skipSpaces();
        return true;
    }

    void skipSpaces()
    {
        while (!m_text.isEmpty() && (m_text.front() == ' ' || m_text.front() == '\t'))
            m_text = m_text.sliced(1);
    }

    //! Empty when there is none.
    [[nodiscard]] QByteArray token()
    {
        const auto end = std::ranges::find_if_not(m_text, isTokenCharacter);
        const QByteArrayView token = m_text.first(end - m_text.begin());
        m_text = m_text.sliced(token.size());
        return token.toByteArray();
    }

    //! What is quoted has to be a token as well.
    [[nodiscard]] QByteArray tokenOrQuoted()
    {
        if (m_text.isEmpty() || m_text.front() != '"')
            return token();
        m_text = m_text.sliced(1);
        QByteArray value;
        while (!m_text.isEmpty() && m_text.front() != '"') {
            if (m_text.front() == '\\' && m_text.size() > 1)
                m_text = m_text.sliced(1);
            value.append(m_text.front());
            m_text = m_text.sliced(1);
        }
        const bool isWhole = take('"') && std::ranges::all_of(value, isTokenCharacter);
        return isWhole ? value : QByteArray();
    }

private:
    QByteArrayView m_text;
};

std::optional<ExtensionParameter> readParameter(Scanner &scanner)
{
    ExtensionParameter parameter{.name = scanner.token(), .value = std::nullopt};
    if (parameter.name.isEmpty())
        return std::nullopt;
    if (scanner.take('=')) {
        parameter.value = scanner.tokenOrQuoted();
        if (parameter.value->isEmpty())
            return std::nullopt;
    }
    return parameter;
}

std::optional<Extension> readExtension(Scanner &scanner)
{
    Extension extension{.name = scanner.token(), .parameters = {}};
    if (extension.name.isEmpty())
        return std::nullopt;
    while (scanner.take(';')) {
        auto parameter = readParameter(scanner);
        if (!parameter)
            return std::nullopt;
        extension.parameters.push_back(std::move(*parameter));
    }
    return extension;
}

} // namespace

std::optional<std::vector<Extension>> readExtensions(QByteArrayView value)
{
    std::vector<Extension> extensions;
    Scanner scanner(value);
    scanner.skipSpaces();
    do {
        auto extension = readExtension(scanner);
        if (!extension)
            return std::nullopt;
        extensions.push_back(std::move(*extension));
    } while (scanner.take(','));
    if (!scanner.isAtEnd())
        return std::nullopt;
    return extensions;
}

} // namespace sockeye
