// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/frameheader.h"
#include "core/probe/permessagedeflate.h"
#include "core/probe/utf8validator.h"

#include <optional>

namespace sockeye {

//! \brief How much a peer may make us hold.
struct FrameLimits {
    std::size_t maximumMessage = std::size_t{16} << 20U; //!< bytes of one message, unpacked
};

enum class MessageKind { Text, Binary };

//! \brief A whole message of the peer.
struct DataMessage {
    MessageKind kind = MessageKind::Text;
    std::span<const std::byte> payload; //!< unpacked; valid until the reader is called again
    std::uint64_t wireBytes = 0; //!< the payloads of its frames, as they came
    std::uint32_t frames = 1;
    bool isCompressed = false;
};

//! \brief Puts messages together from the payloads of their frames, unpacks them and checks their text, all
//! as the bytes come in. A message that came whole and plain is not copied.
class MessageAssembler final {
public:
    MessageAssembler(const FrameLimits &limits, const std::optional<DeflateParameters> &deflate);

    //! \brief Begins with the frame that \a header announces, unless it may not come now.
    [[nodiscard]] std::optional<FrameError::Kind> begin(const FrameHeader &header);
    //! \brief Takes the next bytes of the frame's payload, of which \a remaining come later.
    [[nodiscard]] std::optional<FrameError::Kind> append(
        std::span<const std::byte> bytes, std::uint64_t remaining);
    //! \brief The message, if the frame was its last; ends the frame.
    [[nodiscard]] Expected<std::optional<DataMessage>, FrameError::Kind> finishFrame();
    //! \brief Lets go of the last message; a big buffer is given back.
    void release();

    [[nodiscard]] bool isMidMessage() const { return m_isOpen; }
    //! \brief Good bytes of the message before the error that was just told.
    [[nodiscard]] std::uint64_t goodBytes() const;

private:
    [[nodiscard]] std::optional<FrameError::Kind> checkText(std::span<const std::byte> bytes);
    [[nodiscard]] std::optional<FrameError::Kind> unpack(std::span<const std::byte> bytes, bool isEnd);

    FrameLimits m_limits;
    std::optional<MessageInflater> m_inflater;
    Utf8Validator m_utf8;
    DataMessage m_message;
    std::vector<std::byte> m_buffer;
    bool m_isOpen = false; //!< a message has begun and is not whole
    bool m_isLastFrame = false;
};

} // namespace sockeye
