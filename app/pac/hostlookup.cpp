// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pac/hostlookup.h"

#include <arpa/inet.h>
#include <cstring>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sockeye::pac {

namespace {

// What the types of the socket API demand.
sockaddr *generic(sockaddr_in &address)
{
    return reinterpret_cast<sockaddr *>(&address);
}

void write(const in_addr &address, AddressText &text)
{
    ::inet_ntop(AF_INET, &address, text.data(), static_cast<socklen_t>(text.size()));
}

} // namespace

bool resolve(const char *host, AddressText &address)
{
    addrinfo hints{};
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host, nullptr, &hints, &found) != 0)
        return false;
    sockaddr_in first{};
    std::memcpy(&first, found->ai_addr, sizeof first);
    ::freeaddrinfo(found);
    write(first.sin_addr, address);
    return true;
}

void ownAddress(AddressText &address)
{
    // To connect a datagram socket only chooses the way.
    sockaddr_in anywhere{};
    anywhere.sin_family = AF_INET;
    anywhere.sin_port = htons(53);
    ::inet_pton(AF_INET, "8.8.8.8", &anywhere.sin_addr);
    sockaddr_in own{};
    own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket >= 0) {
        socklen_t size = sizeof own;
        if (::connect(socket, generic(anywhere), sizeof anywhere) == 0)
            ::getsockname(socket, generic(own), &size);
        ::close(socket);
    }
    write(own.sin_addr, address);
}

} // namespace sockeye::pac
